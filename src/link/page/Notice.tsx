import type { ComponentChildren } from 'preact';
import { Heading } from './Heading';

interface NoticeProps {
  title: string;
  text: string;
  /** Whether all went well. */
  good?: boolean;
  children?: ComponentChildren;
}

/** What has become of the link, in place of the form. */
export function Notice({ title, text, good = false, children }: NoticeProps) {
  return (
    <section class={good ? 'card good' : 'card'}>
      <Heading>{title}</Heading>
      <p>{text}</p>
      {children}
    </section>
  );
}
