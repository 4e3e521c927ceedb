import { fieldsOf, parseMultipart } from './multipart';

const form = (...parts: [head: string, data: string][]) =>
  Buffer.from(
    `${parts.map(([head, data]) => `--B\r\nContent-Disposition: form-data; ${head}\r\n\r\n${data}\r\n`).join('')}--B--\r\n`,
  );
const parse = (body: Buffer, type = 'multipart/form-data; boundary=B') => parseMultipart(body, type);

describe('multipart/form-data', () => {
  it('gives parts with name, file name, type and bytes', () => {
    const body = form(
      ['name="action"', 'wx.openApi'],
      ['name="file"; filename="门.png"\r\nContent-Type: image/png', '\u0001'],
    );
    expect(parse(body)).toEqual([
      { name: 'action', data: Buffer.from('wx.openApi') },
      { name: 'file', filename: '门.png', contentType: 'image/png', data: Buffer.from([1]) },
    ]);
  });

  it('keeps an empty part, and line ends and dashes inside data', () => {
    const parts = parse(form(['name="empty"', ''], ['name="text"', 'a\r\n--\r\n--C\r\n']));
    expect(parts.map(({ data }) => data.toString())).toEqual(['', 'a\r\n--\r\n--C\r\n']);
  });

  it('takes a quoted boundary', () => {
    expect(parse(form(['name="a"', '1']), 'multipart/form-data; boundary="B"; charset=utf-8')).toHaveLength(1);
  });

  it('gives the last of parts with the same name', () => {
    expect(
      fieldsOf(parse(form(['name="a"', '1'], ['name="a"', '2'])))
        .get('a')
        ?.data.toString(),
    ).toBe('2');
  });

  it.each([
    ['no boundary', form(['name="a"', '1']), 'multipart/form-data'],
    ['no end', Buffer.from('nothing'), undefined],
    ['truncated part', Buffer.from('--B\r\nContent-Disposition: form-data; name="a"\r\n\r\n1'), undefined],
    ['a part without a name', form(['filename="x"', '1']), undefined],
  ])('refuses a body with %s', (why, body, type) => {
    expect(() => parse(body, type)).toThrow(why);
  });
});
