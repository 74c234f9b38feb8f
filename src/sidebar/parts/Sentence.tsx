import type { Part } from '../model/sentence';

/** A sentence of which some parts are strong. */
export function Sentence({ parts }: { parts: Part[] }) {
  return (
    <>
      {parts.map(({ text, strong }, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other identity
        strong ? <strong key={index}>{text}</strong> : <span key={index}>{text}</span>,
      )}
    </>
  );
}
