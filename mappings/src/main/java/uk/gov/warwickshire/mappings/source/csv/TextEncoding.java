package uk.gov.warwickshire.mappings.source.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import uk.gov.warwickshire.mappings.source.ByteSource;
import uk.gov.warwickshire.mappings.source.DamagedFileException;

/**
 * Encoding of a text file, found from all of its bytes: a byte order mark decides; else UTF-8 if the whole file is
 * valid UTF-8; else Windows-1252. A file with NUL bytes is no text.
 *
 * @param markBytes length of the byte order mark, which is no part of the text
 */
record TextEncoding(Charset charset, int markBytes) {

    private static final int CHUNK = 64 * 1024;

    static TextEncoding detect(String file, ByteSource source) throws IOException, DamagedFileException {
        try (InputStream in = source.open()) {
            byte[] buffer = new byte[CHUNK];
            int length = in.readNBytes(buffer, 0, CHUNK);
            if (startsWith(buffer, length, 0xff, 0xfe)) {
                return new TextEncoding(StandardCharsets.UTF_16LE, 2);
            }
            if (startsWith(buffer, length, 0xfe, 0xff)) {
                return new TextEncoding(StandardCharsets.UTF_16BE, 2);
            }
            int mark = startsWith(buffer, length, 0xef, 0xbb, 0xbf) ? 3 : 0;
            boolean utf8 = isUtf8WithoutNul(file, in, buffer, length);
            return new TextEncoding(utf8 ? StandardCharsets.UTF_8 : Charset.forName("windows-1252"), mark);
        }
    }

    private static boolean isUtf8WithoutNul(String file, InputStream in, byte[] first, int firstLength)
            throws IOException, DamagedFileException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer characters = CharBuffer.allocate(CHUNK + 8);
        ByteBuffer pending = ByteBuffer.allocate(CHUNK + 8);
        byte[] chunk = first;
        int length = firstLength;
        long line = 1;
        boolean valid = true;
        while (length > 0) {
            line = lineAfter(file, chunk, length, line);
            if (valid) {
                pending.put(chunk, 0, length).flip();
                characters.clear();
                CoderResult result = decoder.decode(pending, characters, false);
                valid = !result.isError();
                pending.compact();
            }
            length = in.readNBytes(chunk, 0, CHUNK);
        }
        pending.flip();
        return valid && !decoder.decode(pending, characters.clear(), true).isError();
    }

    private static long lineAfter(String file, byte[] chunk, int length, long line) throws DamagedFileException {
        long current = line;
        for (int i = 0; i < length; i++) {
            if (chunk[i] == '\n') {
                current++;
            } else if (chunk[i] == 0) {
                throw new DamagedFileException(
                        file,
                        OptionalLong.of(current),
                        "the file holds NUL bytes, so it is not CSV text",
                        "Export it again as CSV in UTF-8");
            }
        }
        return current;
    }

    private static boolean startsWith(byte[] buffer, int length, int... mark) {
        boolean same = length >= mark.length;
        for (int i = 0; same && i < mark.length; i++) {
            same = (buffer[i] & 0xff) == mark[i];
        }
        return same;
    }
}
