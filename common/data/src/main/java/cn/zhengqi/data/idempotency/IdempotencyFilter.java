package cn.zhengqi.data.idempotency;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.file.FilesInForm;
import cn.zhengqi.web.security.BodySizes;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Runs an {@link Idempotent} handler in one transaction: the key is inserted first, the handler's own work joins, the answer is stored, all is committed, and
 * only then does the answer leave. A process that dies in between leaves nothing behind, neither key nor effect. A concurrent duplicate waits at
 * the unique index until the first has committed and then gets its answer, or 409 after {@value KeyedRequest#LOCK_SECONDS} s. Answers of 400 and above are not
 * stored: they had no effect, and the corrected request may come with the same key. A handler that asks other services first opens the transaction itself,
 * by {@link OneEffect}.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

    private record Asked(HandlerExecutionChain handler, HandlerMethod method, Idempotent rule) {

        /** A stored answer passes the handler by, and with it those who look whether the caller may: they are asked here. */
        boolean mayBeServed(HttpServletRequest request, HttpServletResponse response) throws ServletException {
            try {
                for (HandlerInterceptor interceptor : handler.getInterceptorList()) {
                    if (!interceptor.preHandle(request, response, handler.getHandler())) {
                        return false;
                    }
                }
                return true;
            } catch (ServletException | RuntimeException refused) {
                throw refused;
            } catch (Exception refused) {
                throw new ServletException(refused);
            }
        }
    }

    private final JdbcClient jdbc;
    private final IdempotencyKeys keys;
    private final PlatformTransactionManager transactions;
    private final AnswerSeal seal;
    private final BodySizes sizes;
    private final ObjectProvider<RequestMappingHandlerMapping> handlers;
    private final ObjectProvider<HandlerExceptionResolver> problems;
    private final AtomicLong nextCleaning = new AtomicLong(System.nanoTime());

    IdempotencyFilter(
            JdbcClient jdbc,
            IdempotencyKeys keys,
            PlatformTransactionManager transactions,
            AnswerSeal seal,
            BodySizes sizes,
            ObjectProvider<RequestMappingHandlerMapping> handlers,
            ObjectProvider<HandlerExceptionResolver> problems) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.transactions = transactions;
        this.seal = seal;
        this.sizes = sizes;
        this.handlers = handlers;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                || HttpMethod.HEAD.matches(request.getMethod())
                || HttpMethod.OPTIONS.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Asked> found = handlerOf(request);
        if (found.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Asked asked = found.get();
        String key = request.getHeader(HEADER);
        try {
            if (key == null || key.isBlank()) {
                if (asked.rule().required()) {
                    throw new ProblemException(CommonProblem.IDEMPOTENCY_KEY_REQUIRED);
                }
                chain.doFilter(request, response);
            } else if (key.length() < 8 || key.length() > 128) {
                throw new ProblemException(CommonProblem.BAD_REQUEST, "幂等键应为 8 至 128 个字符");
            } else {
                once(key, asked, request, response, chain);
            }
        } catch (ProblemException
                | DataAccessResourceFailureException
                | TransientDataAccessResourceException
                | CannotCreateTransactionException problem) {
            // What a handler throws has been answered by then: this is the key's own, as when all connections wait for
            // the first of many.
            answer(request, response, problem);
        }
    }

    private void once(
            String key, Asked asked, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RepeatableRequest repeatable = repeatable(asked, request, response);
        if (repeatable == null) {
            return;
        }
        Standing standing = CurrentUser.find().map(Standing::of).orElse(Standing.OF_NO_PERSON);
        KeyedRequest keyed = new KeyedRequest(
                jdbc,
                transactions,
                seal,
                new KeyedRequest.Claim(
                        key,
                        who(request),
                        request.getMethod() + " " + request.getRequestURI(),
                        seal.fingerprint(hash(repeatable)),
                        standing));
        ContentCachingResponseWrapper buffered = new ContentCachingResponseWrapper(response);
        try {
            Optional<StoredAnswer> earlier = asked.rule().asksFirst() ? keyed.look() : keyed.begin();
            if (earlier.isEmpty()) {
                OneEffect.expect(repeatable, keyed);
                chain.doFilter(repeatable, buffered);
                earlier = keyed.metEarlier();
                if (earlier.isPresent()) {
                    // Somebody was quicker while the handler asked; what it said then is not what is answered.
                    response.reset();
                }
            }
            if (earlier.isPresent()) {
                keyed.undo();
                if (asked.mayBeServed(request, response)) {
                    earlier.get().mustHold(standing, asked.rule().answeredForSeconds());
                    earlier.get().replayOn(response);
                }
                return;
            }
            if (buffered.getStatus() >= 400) {
                keyed.undo();
            } else {
                keyed.commit(buffered);
            }
        } catch (KeyedRequest.RefusedAtCommit refused) {
            // The handler has said yes, and nothing of it has left yet.
            response.reset();
            answer(request, response, refused.reason());
            return;
        } finally {
            keyed.undo();
        }
        buffered.copyBodyToResponse();
        forgetOldKeys();
    }

    /** Null where it has been answered: nobody's files are received before it is known that they may hand them in, and that there are not too many. */
    private @Nullable RepeatableRequest repeatable(
            Asked asked, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!FilesInForm.comeWith(request)) {
            return RepeatableRequest.of(request, sizes.of(asked.method()));
        }
        return asked.mayBeServed(request, response) ? RepeatableRequest.withFiles(request) : null;
    }

    private void forgetOldKeys() {
        long now = System.nanoTime();
        long due = nextCleaning.get();
        if (now - due >= 0 && nextCleaning.compareAndSet(due, now + BETWEEN_CLEANINGS.toNanos())) {
            keys.forgetOld();
        }
    }

    private Optional<Asked> handlerOf(HttpServletRequest request) throws ServletException {
        try {
            if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
                ServletRequestPathUtils.parseAndCache(request);
            }
            HandlerExecutionChain found = handlers.getObject().getHandler(request);
            return found != null && found.getHandler() instanceof HandlerMethod method
                    ? Optional.ofNullable(method.getMethodAnnotation(Idempotent.class))
                            .map(rule -> new Asked(found, method, rule))
                    : Optional.empty();
        } catch (ServletException noHandler) {
            // The dispatcher will meet the same and knows how to answer it.
            return Optional.empty();
        } catch (RuntimeException unexpected) {
            throw unexpected;
        } catch (Exception unexpected) {
            throw new ServletException(unexpected);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, RuntimeException problem)
            throws ServletException {
        if (problems.getObject().resolveException(request, response, null, problem) == null) {
            throw new ServletException(problem);
        }
    }

    /** Who asks, and for whom: a person who has changed to another enterprise does another thing with the same key. */
    private static String who(HttpServletRequest request) {
        return CurrentUser.find()
                .map(user -> user.enterpriseId() == null
                        ? user.accountId().toString()
                        : user.accountId() + "@" + user.enterpriseId())
                .orElseGet(() -> {
                    Principal service = request.getUserPrincipal();
                    return service == null ? "anonymous" : service.getName();
                });
    }

    private static byte[] hash(RepeatableRequest request) {
        MessageDigest digest = RepeatableRequest.sha256();
        digest.update(String.valueOf(request.getQueryString()).getBytes(StandardCharsets.UTF_8));
        digest.update(request.fingerprint());
        return digest.digest();
    }
}
