package cn.zhengqi.auth.session;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks whether sessions can be kept before anything of a sign-in is done: without Redis it would be written down as a success, and use up a code, and nobody would be in. People are told, and
 * it mends itself.
 */
final class SessionStoreGuard extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(SessionStoreGuard.class);

    private final RedisConnectionFactory redis;
    private final Problems problems;

    SessionStoreGuard(RedisConnectionFactory redis, Problems problems) {
        this.redis = redis;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (RedisConnection connection = redis.getConnection()) {
            connection.ping();
        } catch (DataAccessException unreachable) {
            LOG.warn("Nobody signs in: sessions cannot be kept ({})", unreachable.getMessage());
            problems.write(
                    response, problems.of(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE, "登录服务暂不可用，请稍后再试")));
            return;
        }
        chain.doFilter(request, response);
    }
}
