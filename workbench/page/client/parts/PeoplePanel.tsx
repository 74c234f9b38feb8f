import type { DemoPerson } from '../../protocol';
import { Drawer } from './Drawer';
import { usePage } from './usePage';

/** The people of the demo Clockify: what each one's key shows, and the key. */
export function PeoplePanel({ people }: { people: readonly DemoPerson[] }) {
  return (
    <Drawer title="Demo people">
      <p class="lead">A key goes into the sidebar where it asks for one, and to the clipboard in any case.</p>
      <ul class="people">
        {people.map((person) => (
          <Person key={person.key} person={person} />
        ))}
      </ul>
    </Drawer>
  );
}

function Person({ person }: { person: DemoPerson }) {
  const page = usePage();
  const { name, accounts, shows, key } = person;
  return (
    <li class="person">
      <div class="person-line">
        <strong>{name}</strong>
        <button
          type="button"
          class="text-button"
          aria-label={`Use key of ${name}`}
          onClick={() => void page.tryKey(person)}
        >
          Use key
        </button>
      </div>
      <p>{shows}</p>
      <p class="accounts">Accounts: {accounts}</p>
      <code>{key}</code>
    </li>
  );
}
