package uk.gov.warwickshire.mappings.cpis.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.gov.warwickshire.mappings.cpis.inbound.Malformed.Reason;

class HostileDocumentTest {

    private static final String HEAD = "<?xml version='1.0' encoding='UTF-8'?>";
    private static final String OPEN = "<FileResponse xmlns='urn:hl7-org:v3'>";
    private static final String CLOSE = "</FileResponse>";

    @Test
    void entitiesAreNotExpanded() {
        StringBuilder laughs = new StringBuilder(HEAD + "<!DOCTYPE FileResponse [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a%d '&a%d;&a%d;'>".formatted(i, i - 1, i - 1));
        }
        assertMalformed(laughs + "]>" + OPEN + "<id extension='&a29;'/>" + CLOSE, Reason.DOCTYPE);
    }

    @Test
    void aDoctypeAloneIsRefused() {
        String valid = Documents.text("acknowledgement-all").replaceFirst("\\?>", "?><!DOCTYPE FileResponse>");
        assertMalformed(valid, Reason.DOCTYPE);
    }

    @Test
    void noFileIsRead(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "42");
        String document = HEAD + "<!DOCTYPE f [<!ENTITY s SYSTEM '" + secret.toUri() + "'>]>" + OPEN + "&s;" + CLOSE;
        assertMalformed(document, Reason.DOCTYPE);
    }

    @Test
    void noAddressIsCalled() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(200);
            String address = "http://127.0.0.1:" + server.getLocalPort() + "/x.dtd";
            assertMalformed(HEAD + "<!DOCTYPE f SYSTEM '" + address + "'>" + OPEN + CLOSE, Reason.DOCTYPE);
            org.assertj.core.api.Assertions.assertThatThrownBy(server::accept)
                    .as("nobody called")
                    .isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void anUndeclaredEntityIsRefused() {
        assertMalformedSomehow(OPEN + "<id extension='42'/>&nothing;" + CLOSE);
    }

    @Test
    void depthIsBounded() {
        assertMalformed(OPEN + "<a>".repeat(100_000) + "</a>".repeat(100_000) + CLOSE, Reason.TOO_DEEP);
    }

    @Test
    void elementsAreBounded() {
        assertMalformed(OPEN + "<a/>".repeat(400_001) + CLOSE, Reason.TOO_MANY_ELEMENTS);
    }

    @Test
    void textIsBounded() {
        assertMalformed(OPEN + "<a>" + "x".repeat(10_001) + "</a>" + CLOSE, Reason.TEXT_TOO_LONG);
        assertMalformed(OPEN + "<a b='" + "x".repeat(10_001) + "'/>" + CLOSE, Reason.TEXT_TOO_LONG);
        assertMalformed(OPEN + "<a>" + "x<b/>".repeat(10_001) + "</a>" + CLOSE, Reason.TEXT_TOO_LONG);
    }

    @Test
    void attributesAreBounded() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 33; i++) {
            attributes.append(" a").append(i).append("='1'");
        }
        assertMalformed(OPEN + "<a" + attributes + "/>" + CLOSE, Reason.TOO_MANY_ATTRIBUTES);
    }

    @Test
    void sizeIsBoundedWhileReading() {
        InputStream endless = new InputStream() {
            private final byte[] start = (OPEN + "<!--").getBytes(StandardCharsets.UTF_8);
            private int position;

            @Override
            public int read() {
                return position < start.length ? start[position++] : ' ';
            }
        };
        CpIsInbound outcome = new CpIsInboundReader(new XmlLimits(100_000, 10, 10, 10, 10)).read(endless);
        assertThat(outcome)
                .asInstanceOf(type(Malformed.class))
                .extracting(Malformed::reason)
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void aStreamThatBreaksIsMalformed() {
        InputStream broken = new ByteArrayInputStream(OPEN.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                throw new IllegalStateException("broken");
            }
        };
        assertThat(new CpIsInboundReader(XmlLimits.DEFAULT).read(broken)).isInstanceOf(Malformed.class);
    }

    @Test
    void nothingAndNonsenseAreMalformed() {
        for (String document :
                new String[] {"", " ", "<", "not xml", "<?xml version='1.0' encoding='NO-SUCH'?><a/>", OPEN}) {
            assertMalformedSomehow(document);
        }
        assertThat(Documents.parse(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2}))
                .isInstanceOf(Malformed.class);
    }

    private static void assertMalformedSomehow(String document) {
        assertThat(Documents.parse(document)).isInstanceOf(Malformed.class);
    }

    private static void assertMalformed(String document, Reason reason) {
        assertThat(Documents.parse(document))
                .asInstanceOf(type(Malformed.class))
                .extracting(Malformed::reason)
                .isEqualTo(reason);
    }
}
