// The official JavaScript client as judge: what it reads of our rows, and rows it writes for us to read.
//   node tables.mjs read  <connection string> <table> <partition key> <row key>   → properties with their types, as JSON
//   node tables.mjs write <connection string> <table> <partition key>             → rows of every type, alone and in a transaction
//   node tables.mjs all   <connection string>                                     → every row of every table with its time stamp, as JSON
import { TableClient, TableServiceClient } from '@azure/data-tables';

const [verb, connectionString, table, partitionKey, rowKey] = process.argv.slice(2);
const insecure = { allowInsecureConnection: true };
const client = TableClient.fromConnectionString(connectionString, table ?? 'none', insecure);

const plain = (value) =>
  typeof value === 'bigint' ? { type: 'Int64', value: value.toString() }
    : value instanceof Uint8Array ? { type: 'Binary', value: Buffer.from(value).toString('base64') }
      : value?.type ? { type: value.type, value: String(value.value) }
        : { type: typeof value, value: String(value) };

const read = async () => {
  const entity = await client.getEntity(partitionKey, rowKey, { disableTypeConversion: true });
  const { 'odata.metadata': _, etag, timestamp, partitionKey: p, rowKey: r, ...own } = entity;
  const properties = Object.fromEntries(Object.entries(own).map(([name, value]) => [name, plain(value)]));
  console.log(JSON.stringify({ partitionKey: plain(p).value, rowKey: plain(r).value, etag, properties }));
};

const ofEveryType = (rowKey) => ({
  partitionKey,
  rowKey,
  Text: "o'clock ä 中 😀",
  Empty: '',
  Int32: { type: 'Int32', value: '-5' },
  Int64: 9007199254740993n,
  Whole: { type: 'Double', value: '1.0' },
  Third: 1 / 3,
  NotANumber: { type: 'Double', value: 'NaN' },
  Truth: true,
  Moment: { type: 'DateTime', value: '2026-01-02T03:04:05.1234567Z' },
  Id: { type: 'Guid', value: 'c9da6455-213d-42c9-9a79-3e9149a57833' },
  Bytes: new Uint8Array([0, 1, 254, 255]),
});

const write = async () => {
  await client.createTable();
  await client.createEntity(ofEveryType('alone'));
  await client.submitTransaction(['a', "b'ä"].map((rowKey) => ['create', ofEveryType(rowKey)]));
};

const all = async () => {
  const rows = [];
  for await (const { name } of TableServiceClient.fromConnectionString(connectionString, insecure).listTables()) {
    for await (const { partitionKey: p, rowKey: r, timestamp, etag, ...own } of TableClient.fromConnectionString(connectionString, name, insecure).listEntities()) {
      rows.push({ table: name, partition: p, row: r, timestamp, etag, text: JSON.stringify(own, (_, value) => (typeof value === 'bigint' ? value.toString() : value)) });
    }
  }
  console.log(JSON.stringify(rows));
};

await { read, write, all }[verb]();
