import { words } from './words';

/** Where Clockify shows a person's keys. */
const KEYS = 'https://app.clockify.me/manage-api-keys';

/** What a key gives, how to get one and how to take it back. */
export function About() {
  return (
    <>
      <section>
        <h2>{words.form.givesTitle}</h2>
        <ul>
          {words.form.gives.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{words.form.getTitle}</h2>
        <ol>
          {words.form.get.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>
          <a href={KEYS} target="_blank" rel="noopener noreferrer">
            {words.form.open}
          </a>
        </p>
      </section>
      <section>
        <h2>{words.form.revokeTitle}</h2>
        <p>{words.form.revoke}</p>
      </section>
    </>
  );
}
