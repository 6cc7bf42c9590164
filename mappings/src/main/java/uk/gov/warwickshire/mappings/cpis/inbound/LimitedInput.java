package uk.gov.warwickshire.mappings.cpis.inbound;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends the reading of a document that is larger than allowed. */
final class LimitedInput extends FilterInputStream {

    private long left;
    private boolean exceeded;

    LimitedInput(InputStream in, long limit) {
        super(in);
        this.left = limit;
    }

    boolean isExceeded() {
        return exceeded;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) throws IOException {
        left -= read;
        if (left < 0) {
            exceeded = true;
            throw new IOException("larger than allowed");
        }
    }
}
