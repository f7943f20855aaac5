package cn.zhengqi.web.security;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.LargeBody;
import cn.zhengqi.web.file.FilesInForm;
import cn.zhengqi.web.file.Upload;
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
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Refuses bodies that are larger than anything a person fills in (413), before they are read, or where they do not say how long they are as soon as they
 * have become too long. What has not come yet is held in memory as far as it has: so all callers together, however slow, hold no more than their number times what is usual. A route
 * that takes more says so ({@link LargeBody}). Files come as a form and only where a route takes them ({@link Upload}), which has limits of its own; a body of
 * parts is refused everywhere else (415), for it would be received before anybody asks what it is for.
 */
public final class BodyLimit extends OncePerRequestFilter {

    private final BodySizes sizes;
    private final Supplier<List<Special>> special;
    private final Problems problems;

    /** @param mapping whose handlers say which of them take more; known once the service has started */
    public BodyLimit(BodySizes sizes, Supplier<RequestMappingHandlerMapping> mapping, Problems problems) {
        this.sizes = sizes;
        this.special = SingletonSupplier.of(() -> special(mapping.get()));
        this.problems = problems;
    }

    /** A route that takes more than is usual, or files. */
    private record Special(PathPattern pattern, Set<RequestMethod> methods, HandlerMethod handler) {

        boolean isMeant(String method, PathContainer path) {
            return (methods.isEmpty()
                            || methods.stream().anyMatch(one -> one.name().equals(method)))
                    && pattern.matches(path);
        }
    }

    private static List<Special> special(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().hasMethodAnnotation(LargeBody.class)
                        || entry.getValue().hasMethodAnnotation(Upload.class))
                .flatMap(entry -> {
                    PathPatternsRequestCondition paths = entry.getKey().getPathPatternsCondition();
                    Set<RequestMethod> methods =
                            entry.getKey().getMethodsCondition().getMethods();
                    return paths == null
                            ? Stream.empty()
                            : paths.getPatterns().stream()
                                    .map(pattern -> new Special(pattern, methods, entry.getValue()));
                })
                .toList();
    }

    private Stream<HandlerMethod> meant(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return special.get().stream()
                .filter(one -> one.isMeant(request.getMethod(), path))
                .map(Special::handler);
    }

    private long most(HttpServletRequest request) {
        return meant(request).mapToLong(sizes::of).max().orElse(sizes.usual());
    }

    private static boolean comesInParts(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.stripLeading().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private boolean bringsFilesToWhomTakesThem(HttpServletRequest request) {
        return FilesInForm.comeWith(request) && meant(request).anyMatch(one -> one.hasMethodAnnotation(Upload.class));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long announced = request.getContentLengthLong();
        if (announced == 0 || (announced < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null)) {
            chain.doFilter(request, response);
            return;
        }
        if (comesInParts(request)) {
            if (bringsFilesToWhomTakesThem(request)) {
                chain.doFilter(request, response);
            } else {
                problems.write(response, problems.of(CommonProblem.UNSUPPORTED_MEDIA_TYPE));
            }
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
