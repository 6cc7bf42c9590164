package uk.gov.warwickshire.gateway.rights.pack;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/** The page as PDF/A-1a: tagged for screen readers, with its font embedded, so that it can be kept and read anywhere. */
@Component
class PackPdf {

    /** Shipped with PDFBox. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final Pattern PDF_UA =
            Pattern.compile("<pdfuaid:part>[^<]*</pdfuaid:part>|\\s+xmlns:pdfuaid=\"[^\"]*\"");

    PackPdf() {
        // It would log what it renders.
        XRLog.setLoggingEnabled(false);
    }

    byte[] of(String html) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfAConformance(PdfAConformance.PDFA_1_A);
        builder.usePdfUaAccessibility(true);
        builder.useFastMode();
        builder.useFont(() -> Objects.requireNonNull(PdfRendererBuilder.class.getResourceAsStream(FONT), FONT), "Pack");
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.withHtmlContent(html, "");
        builder.toStream(pdf);
        try {
            builder.run();
            return asArchived(pdf.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What PDF/A-1 does not know is taken out: compressed cross references, and the mark of PDF/UA in the metadata. The tags
     * for screen readers stay.
     */
    private static byte[] asArchived(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            COSStream metadata = document.getDocumentCatalog().getMetadata().getCOSObject();
            String xmp;
            try (InputStream in = metadata.createInputStream()) {
                xmp = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
            try (OutputStream out = metadata.createOutputStream()) {
                out.write(PDF_UA.matcher(xmp).replaceAll("").getBytes(StandardCharsets.UTF_8));
            }
            ByteArrayOutputStream archived = new ByteArrayOutputStream();
            document.save(archived, CompressParameters.NO_COMPRESSION);
            return archived.toByteArray();
        }
    }
}
