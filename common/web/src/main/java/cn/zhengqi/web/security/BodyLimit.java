package cn.zhengqi.web.security;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.LargeBody;
import cn.zhengqi.web.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Refuses bodies that are larger than anything a person fills in (413), before they are read, or where they do not say how long they are as soon as they
 * have become too long. What has not come yet is held in memory as far as it has: so all callers together, however slow, hold no more than their number times what is usual. A route
 * that takes more says so ({@link LargeBody}). Files have limits of their own, of their service.
 */
public final class BodyLimit extends OncePerRequestFilter {

    private final long usual;
    private final Supplier<List<Larger>> larger;
    private final Problems problems;

    /** @param mapping whose handlers say which of them take more; known once the service has started */
    public BodyLimit(DataSize usual, DataSize most, Supplier<RequestMappingHandlerMapping> mapping, Problems problems) {
        this.usual = usual.toBytes();
        this.larger = SingletonSupplier.of(() -> larger(mapping.get(), most));
        this.problems = problems;
    }

    private record Larger(PathPattern pattern, long bytes) {}

    private static List<Larger> larger(RequestMappingHandlerMapping mapping, DataSize most) {
        return mapping.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> {
                    LargeBody declared = entry.getValue().getMethodAnnotation(LargeBody.class);
                    PathPatternsRequestCondition paths = entry.getKey().getPathPatternsCondition();
                    return declared == null || paths == null
                            ? Stream.empty()
                            : paths.getPatterns().stream()
                                    .map(pattern -> new Larger(
                                            pattern,
                                            Math.min(
                                                    most.toBytes(),
                                                    DataSize.ofKilobytes(declared.kilobytes())
                                                            .toBytes())));
                })
                .toList();
    }

    private long most(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return larger.get().stream()
                .filter(one -> one.pattern().matches(path))
                .mapToLong(Larger::bytes)
                .max()
                .orElse(usual);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long announced = request.getContentLengthLong();
        if (announced == 0 || (announced < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null)) {
            chain.doFilter(request, response);
            return;
        }
        long most = most(request);
        if (announced > most) {
            problems.write(response, problems.of(CommonProblem.PAYLOAD_TOO_LARGE));
        } else if (announced >= 0) {
            chain.doFilter(request, response);
        } else {
            chain.doFilter(new CountedRequest(request, most), response);
        }
    }

    private static final class CountedRequest extends HttpServletRequestWrapper {

        private final long most;

        CountedRequest(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), most);
        }
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private long left;

        Counted(ServletInputStream body, long most) {
            this.body = body;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            if (next >= 0) {
                count(1);
            }
            return next;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = body.read(buffer, from, length);
            if (read > 0) {
                count(read);
            }
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new ProblemException(CommonProblem.PAYLOAD_TOO_LARGE);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
