import { describeInBrowser, Visit } from './browser';

describeInBrowser('what a person has beside and in the table', () => {
  let visit: Visit;

  beforeAll(async () => {
    visit = await Visit.begin();
    await visit.connect('demo');
    await visit.fill('Time entries', 'Lumen & Loom');
  });

  afterAll(async () => {
    await visit.end();
    expect(visit.complaints).toEqual([]);
  });

  test('typed cells, a formula, a colour and a number format are as they were after a refresh', async () => {
    const { spreadsheet } = visit.open.book.platform;
    spreadsheet.type('Time entries', 'I2', 'PO 4711');
    spreadsheet.type('Time entries', 'J2', '=G2*24');
    spreadsheet.setAttribute('Time entries', 'A2:A20', 'background', '#fff2cc');
    spreadsheet.setAttribute('Time entries', 'A2:A1314', 'numberFormat', 'dd.mm.yyyy');
    await visit.button('Refresh').last().click();
    await visit.text(/rows, complete/);
    expect(spreadsheet.displayed('Time entries', 'I2')[0][0]).toBe('PO 4711');
    expect(spreadsheet.formulas('Time entries', 'J2')[0][0]).toBe('=G2*24');
    expect(spreadsheet.attributes('Time entries', 'background', 'A5')[0][0]).toBe('#fff2cc');
    expect(spreadsheet.displayed('Time entries', 'A2')[0][0]).toMatch(/^\d\d\.\d\d\.\d{4}$/);
  });

  test('cells that a wider table would cover are named, and columns can be inserted for it', async () => {
    const { spreadsheet } = visit.open.book.platform;
    spreadsheet.type('Time entries', 'H3', 'PO number');
    await visit.button('Edit').last().click();
    await visit.button(/^Rows/).click();
    const fields = visit.sidebar.getByRole('combobox', { name: 'Add what each row says' });
    await fields.fill('Entry ID');
    await visit.sidebar.getByRole('option', { name: /Entry ID/ }).click();
    await visit.button('Save & refresh').click();
    await visit.text(/would cover Time entries!H1:H1314 \(H3: 'PO number'\)\. Nothing was changed\./);
    await visit.picture('error');
    await visit.button('Insert 1 column').click();
    await visit.text(/rows, complete/);
    expect(spreadsheet.displayed('Time entries', 'I3')[0][0]).toBe('PO number');
    expect(spreadsheet.displayed('Time entries', 'G1:H1')[0]).toEqual(['Entry ID', 'Duration']);
  });

  test('cells below that a longer table would cover are named, and rows can be inserted for it', async () => {
    const { spreadsheet } = visit.open.book.platform;
    const last = spreadsheet.tabs().find(({ name }) => name === 'Time entries')?.lastRow ?? 0;
    spreadsheet.insertRows('Time entries', last + 1, 3);
    spreadsheet.type('Time entries', `A${last + 1}`, 'Sum');
    await visit.open.book.turn('add-entry', true, undefined);
    await visit.button('Refresh').last().click();
    await visit.text(/'Sum'/);
    await visit.button('Insert 1 row').click();
    await visit.text(/rows, complete/);
    expect(spreadsheet.displayed('Time entries', `A${last + 2}`)[0][0]).toBe('Sum');
  });
});
