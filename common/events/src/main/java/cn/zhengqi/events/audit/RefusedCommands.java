package cn.zhengqi.events.audit;

import cn.zhengqi.web.problem.AnsweredProblem;
import cn.zhengqi.web.security.AccessRefused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Tells {@link Refusals} of requests whose handler the caller may not reach, and of commands that were answered by a no: not theirs to give (403, 404), or against a rule
 * (409, 410, 422, 423). What was filled in wrongly is no refusal.
 * Around everything that opens a transaction, so that each is over by then and what it took back takes this not with it.
 */
final class RefusedCommands extends OncePerRequestFilter {

    private static final Set<HttpMethod> COMMANDS =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private static final Set<Integer> REFUSED = Set.of(403, 404, 409, 410, 422, 423);

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Refusals refusals;

    RefusedCommands(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        Optional<AccessRefused> access = AccessRefused.of(request);
        if (access.isPresent()) {
            refusals.onRefusal(access.get());
        } else if (isCommand(request)) {
            AnsweredProblem.of(request)
                    .filter(problem -> REFUSED.contains(problem.getStatus()))
                    .ifPresent(problem -> tell(request, problem));
        }
    }

    /** A service asks for somebody, whose own request is refused by it and told of. */
    private static boolean isCommand(HttpServletRequest request) {
        return COMMANDS.contains(HttpMethod.valueOf(request.getMethod()))
                && !request.getRequestURI().startsWith("/internal/");
    }

    private void tell(HttpServletRequest request, ProblemDetail problem) {
        // Without a handler there was no command, only a path that somebody made up.
        if (request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) == null
                || !(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern)) {
            return;
        }
        Map<String, Object> said = problem.getProperties();
        if (said == null || !(said.get("code") instanceof String code)) {
            return;
        }
        refusals.onCommand(
                request.getMethod() + " " + pattern, code, String.valueOf(problem.getTitle()), idsIn(request));
    }

    /** Of the path's parts those that are ids, and nothing else that may have been written there. */
    private static @Nullable String idsIn(HttpServletRequest request) {
        if (!(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables)) {
            return null;
        }
        String ids = variables.values().stream()
                .map(String::valueOf)
                .filter(value -> ID.matcher(value).matches())
                .collect(Collectors.joining("、"));
        return ids.isEmpty() ? null : ids;
    }
}
