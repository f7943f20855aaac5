package cn.zhengqi.data.idempotency;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Runs an {@link Idempotent} handler in one transaction: the key is inserted first, the handler's own work joins, the answer is stored, all is committed, and
 * only then does the answer leave. A process that dies in between leaves nothing behind, neither key nor effect. A concurrent duplicate waits at
 * the unique index until the first has committed and then gets its answer, or 409 after {@value #LOCK_SECONDS} s. Answers of 400 and above are not
 * stored: they had no effect, and the corrected request may come with the same key.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    static final int LOCK_SECONDS = 8;
    private static final int MAX_BODY = 1024 * 1024;
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final IdempotencyKeys keys;
    private final PlatformTransactionManager transactions;
    private final ObjectProvider<RequestMappingHandlerMapping> handlers;
    private final ObjectProvider<HandlerExceptionResolver> problems;
    private final AtomicLong nextCleaning = new AtomicLong(System.nanoTime());

    IdempotencyFilter(
            JdbcClient jdbc,
            IdempotencyKeys keys,
            PlatformTransactionManager transactions,
            ObjectProvider<RequestMappingHandlerMapping> handlers,
            ObjectProvider<HandlerExceptionResolver> problems) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.transactions = transactions;
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
        Optional<Idempotent> idempotent = annotationOf(request);
        if (idempotent.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        String key = request.getHeader(HEADER);
        try {
            if (key == null || key.isBlank()) {
                if (idempotent.get().required()) {
                    throw new ProblemException(CommonProblem.IDEMPOTENCY_KEY_REQUIRED);
                }
                chain.doFilter(request, response);
            } else if (key.length() < 8 || key.length() > 128) {
                throw new ProblemException(CommonProblem.BAD_REQUEST, "幂等键应为 8 至 128 个字符");
            } else {
                once(key, request, response, chain);
            }
        } catch (ProblemException problem) {
            answer(request, response, problem);
        }
    }

    private void once(String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RepeatableRequest repeatable = RepeatableRequest.of(request, MAX_BODY);
        Claim claim =
                new Claim(key, account(request), request.getMethod() + " " + request.getRequestURI(), hash(repeatable));

        TransactionStatus transaction = transactions.getTransaction(new DefaultTransactionDefinition());
        ContentCachingResponseWrapper buffered = new ContentCachingResponseWrapper(response);
        boolean finished = false;
        try {
            Optional<StoredAnswer> stored = claim(claim);
            if (stored.isPresent()) {
                transactions.rollback(transaction);
                finished = true;
                stored.get().replayOn(response);
                return;
            }
            chain.doFilter(repeatable, buffered);
            if (buffered.getStatus() >= 400) {
                transactions.rollback(transaction);
                finished = true;
            } else if (transaction.isRollbackOnly()) {
                throw new RefusedAtCommit(
                        new UnexpectedRollbackException("Answered as done, but a part of it asked for a rollback"));
            } else {
                store(claim, buffered);
                finished = true;
                commit(transaction);
            }
        } catch (RefusedAtCommit refused) {
            // The handler has said yes, and nothing of it has left yet.
            response.reset();
            answer(request, response, refused.reason);
            return;
        } finally {
            if (!finished) {
                transactions.rollback(transaction);
            }
        }
        buffered.copyBodyToResponse();
        forgetOldKeys();
    }

    private void commit(TransactionStatus transaction) throws RefusedAtCommit {
        try {
            transactions.commit(transaction);
        } catch (RuntimeException reason) {
            throw new RefusedAtCommit(reason);
        }
    }

    /** By a constraint that is checked last, or by a part that failed and was passed over. */
    private static final class RefusedAtCommit extends Exception {

        private static final long serialVersionUID = 1L;

        private final RuntimeException reason;

        RefusedAtCommit(RuntimeException reason) {
            super(reason);
            this.reason = reason;
        }
    }

    private void forgetOldKeys() {
        long now = System.nanoTime();
        long due = nextCleaning.get();
        if (now - due >= 0 && nextCleaning.compareAndSet(due, now + BETWEEN_CLEANINGS.toNanos())) {
            keys.forgetOld();
        }
    }

    private Optional<StoredAnswer> claim(Claim claim) {
        jdbc.sql("select set_config('lock_timeout', ?, true)")
                .param(LOCK_SECONDS + "s")
                .query(String.class)
                .single();
        int inserted;
        try {
            inserted = jdbc.sql("""
                            insert into idempotency_key (idempotency_key, account, route, request_hash) values (?, ?, ?, ?)
                            on conflict do nothing""")
                    .params(claim.key(), claim.account(), claim.route(), claim.requestHash())
                    .update();
        } catch (CannotAcquireLockException | QueryTimeoutException stillRunning) {
            throw new ProblemException(CommonProblem.IDEMPOTENCY_KEY_IN_USE);
        }
        jdbc.sql("select set_config('lock_timeout', '0', true)")
                .query(String.class)
                .single();
        if (inserted == 1) {
            return Optional.empty();
        }
        StoredAnswer answer = jdbc.sql("""
                        select request_hash, status, content_type, location, body from idempotency_key
                        where account = ? and route = ? and idempotency_key = ?""")
                .params(claim.account(), claim.route(), claim.key())
                .query((row, number) -> new StoredAnswer(
                        row.getBytes(1), row.getInt(2), row.getString(3), row.getString(4), row.getBytes(5)))
                .single();
        if (!Arrays.equals(answer.requestHash(), claim.requestHash())) {
            throw new ProblemException(CommonProblem.IDEMPOTENCY_KEY_REUSED);
        }
        return Optional.of(answer);
    }

    private void store(Claim claim, ContentCachingResponseWrapper answer) {
        jdbc.sql("""
                        update idempotency_key set status = ?, content_type = ?, location = ?, body = ?
                        where account = ? and route = ? and idempotency_key = ?""")
                .params(Arrays.asList(
                        answer.getStatus(),
                        answer.getContentType(),
                        answer.getHeader(HttpHeaders.LOCATION),
                        answer.getContentAsByteArray(),
                        claim.account(),
                        claim.route(),
                        claim.key()))
                .update();
    }

    private Optional<Idempotent> annotationOf(HttpServletRequest request) throws ServletException {
        try {
            if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
                ServletRequestPathUtils.parseAndCache(request);
            }
            HandlerExecutionChain found = handlers.getObject().getHandler(request);
            return found != null && found.getHandler() instanceof HandlerMethod method
                    ? Optional.ofNullable(method.getMethodAnnotation(Idempotent.class))
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

    private static String account(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        return principal == null ? "anonymous" : principal.getName();
    }

    private static byte[] hash(RepeatableRequest request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(String.valueOf(request.getQueryString()).getBytes(StandardCharsets.UTF_8));
            digest.update(request.fingerprint());
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Claim(String key, String account, String route, byte[] requestHash) {}

    private record StoredAnswer(
            byte[] requestHash,
            int status,
            @Nullable String contentType,
            @Nullable String location,
            byte @Nullable [] body) {

        void replayOn(HttpServletResponse response) throws IOException {
            response.setStatus(status);
            response.setHeader("Idempotency-Replayed", "true");
            if (contentType != null) {
                response.setContentType(contentType);
            }
            if (location != null) {
                response.setHeader(HttpHeaders.LOCATION, location);
            }
            if (body != null && body.length > 0) {
                response.setContentLength(body.length);
                response.getOutputStream().write(body);
            }
        }
    }
}
