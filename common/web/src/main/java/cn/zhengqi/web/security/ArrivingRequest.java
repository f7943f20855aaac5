package cn.zhengqi.web.security;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request with a body, which may come slowly. Whoever reads what is not there yet has stepped out until it comes. Forms and files come as a whole, when one of
 * their values is asked for; files wait on the disk.
 */
final class ArrivingRequest extends HttpServletRequestWrapper {

    private final Visit visit;
    private @Nullable ServletInputStream body;
    private boolean formIsThere;

    ArrivingRequest(HttpServletRequest request, Visit visit) {
        super(request);
        this.visit = visit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        ServletInputStream known = body;
        if (known == null) {
            known = new Body(super.getInputStream(), visit);
            body = known;
        }
        return known;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String encoding = getCharacterEncoding();
        Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    @Override
    public Collection<Part> getParts() throws IOException, ServletException {
        Collection<Part> parts = visit.outside(super::getParts);
        formIsThere = true;
        return parts;
    }

    @Override
    public Part getPart(String name) throws IOException, ServletException {
        Part part = visit.outside(() -> super.getPart(name));
        formIsThere = true;
        return part;
    }

    @Override
    public @Nullable String getParameter(String name) {
        awaitForm();
        return super.getParameter(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        awaitForm();
        return super.getParameterMap();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        awaitForm();
        return super.getParameterNames();
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        awaitForm();
        return super.getParameterValues(name);
    }

    private void awaitForm() {
        if (formIsThere) {
            return;
        }
        try {
            visit.outside(super::getParameterNames);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        formIsThere = true;
    }

    private static final class Body extends ServletInputStream {

        private final ServletInputStream bytes;
        private final Visit visit;

        private Body(ServletInputStream bytes, Visit visit) {
            this.bytes = bytes;
            this.visit = visit;
        }

        private boolean isThere() throws IOException {
            return bytes.available() > 0 || bytes.isFinished();
        }

        @Override
        public int read() throws IOException {
            return isThere() ? bytes.read() : visit.<Integer, IOException>outside(bytes::read);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return isThere()
                    ? bytes.read(target, offset, length)
                    : visit.<Integer, IOException>outside(() -> bytes.read(target, offset, length));
        }

        @Override
        public int available() throws IOException {
            return bytes.available();
        }

        @Override
        public boolean isFinished() {
            return bytes.isFinished();
        }

        @Override
        public boolean isReady() {
            return bytes.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            bytes.setReadListener(listener);
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }
}
