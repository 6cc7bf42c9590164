package uk.gov.warwickshire.mappings.source.ssd;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends in an error if more bytes come than an entry declared, on which the archive's limits were checked. */
final class SizedStream extends FilterInputStream {

    private long left;

    SizedStream(InputStream in, long size) {
        super(in);
        this.left = size;
    }

    @Override
    public int read() throws IOException {
        int found = super.read();
        count(found < 0 ? 0 : 1);
        return found;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int found = super.read(buffer, offset, length);
        count(Math.max(0, found));
        return found;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        count(skipped);
        return skipped;
    }

    private void count(long found) throws IOException {
        left -= found;
        if (left < 0) {
            throw new IOException("an entry is larger than it declares");
        }
    }
}
