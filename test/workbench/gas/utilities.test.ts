import { closeAll, failureOf, resultOf } from './open';

afterAll(closeAll);

describe('Utilities', () => {
  test('has signed bytes', async () => {
    expect(await resultOf("Utilities.newBlob('é€').getBytes()")).toEqual([-61, -87, -30, -126, -84]);
  });

  test('packs and unpacks', async () => {
    const body = `const packed = Utilities.gzip(Utilities.newBlob('héllo'.repeat(100)));
      const text = Utilities.base64Encode(packed.getBytes());
      const back = Utilities.newBlob(Utilities.base64Decode(text), 'application/x-gzip');
      return [packed.getContentType(), Utilities.ungzip(back).getDataAsString() === 'héllo'.repeat(100)];`;
    expect(await resultOf(body)).toEqual(['application/x-gzip', true]);
  });

  test('refuses to unpack what is not said to be packed', async () => {
    expect(await failureOf("Utilities.ungzip(Utilities.newBlob('x'))")).toBe(
      'Blob object must have x-gzip content type.',
    );
  });

  test('writes base 64 both ways', async () => {
    const body =
      "return [Utilities.base64Encode('a'), Utilities.base64Encode('é'), Utilities.base64EncodeWebSafe([-5, -1]), Utilities.base64Decode('-_8=')];";
    expect(await resultOf(body)).toEqual(['YQ==', 'w6k=', '-_8=', [-5, -1]]);
  });

  test('refuses unsigned bytes', async () => {
    expect(await failureOf('Utilities.base64Encode([200])')).toContain('out of range');
  });
});
