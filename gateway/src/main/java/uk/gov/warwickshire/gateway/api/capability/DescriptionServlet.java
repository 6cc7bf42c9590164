package uk.gov.warwickshire.gateway.api.capability;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Serves one description of the API, which depends on nothing but the API's address. */
final class DescriptionServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private final transient Function<HttpServletRequest, String> base;
    private final transient Function<String, String> description;
    private final String mediaType;

    DescriptionServlet(
            Function<HttpServletRequest, String> base, Function<String, String> description, String mediaType) {
        this.base = base;
        this.description = description;
        this.mediaType = mediaType;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = description.apply(base.apply(request)).getBytes(StandardCharsets.UTF_8);
        response.setContentType(mediaType + ";charset=UTF-8");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
