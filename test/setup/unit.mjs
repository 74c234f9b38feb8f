/** A script's own zone is that of its process; the manifest says which. Pure tests run again in another. */
export default function setup() {
  process.env.TZ = process.env.TEST_ZONE ?? 'Etc/UTC';
}
