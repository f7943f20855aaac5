package cn.zhengqi.testing;

import feign.Capability;
import feign.Client;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.mockito.Mockito;
import org.mockito.invocation.InvocationOnMock;
import org.mockito.listeners.InvocationListener;
import org.mockito.mock.MockCreationSettings;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Hears of every question to another service, whether its client is real or a mock, and keeps those that hold a connection while that service thinks (ADR 0030): asked
 * within a transaction, or by a handler that runs in one as soon as its request carries a key. What becomes of the answer does not matter: code that goes on where nobody
 * answers would hide it.
 */
public final class QuestionsInTransaction implements Capability {

    private static final String IDEMPOTENT = "cn.zhengqi.data.idempotency.Idempotent";

    /** A rebuild reads it to its end while all handlers wait, because nothing may be told in between (ADR 0003). */
    private static final String EVENT_LOG = "/internal/events";

    private static final int LINES = 6;
    private static final Queue<String> FOUND = new ConcurrentLinkedQueue<>();

    private static final InvocationListener OF_MOCKS = report -> {
        if (report.getInvocation() instanceof InvocationOnMock asked) {
            ask(asked.getMethod());
        }
    };

    @Override
    public Client enrich(Client client) {
        return (request, options) -> {
            ask(request.requestTemplate().methodMetadata().method());
            return client.execute(request, options);
        };
    }

    /** Once for each mock: to be reset leaves it watched. */
    static void watch(Object mock) {
        MockCreationSettings<?> made = Mockito.mockingDetails(mock).getMockCreationSettings();
        List<InvocationListener> listeners = made.getInvocationListeners();
        if (made.getTypeToMock().isAnnotationPresent(FeignClient.class) && !listeners.contains(OF_MOCKS)) {
            listeners.add(OF_MOCKS);
        }
    }

    /** @throws AssertionError for those that were asked since this was called last */
    public static void mustBeNone() {
        List<String> found = new ArrayList<>();
        for (String one = FOUND.poll(); one != null; one = FOUND.poll()) {
            found.add(one);
        }
        if (!found.isEmpty()) {
            throw new AssertionError("Asked while a connection is held (ADR 0030):\n" + String.join("\n", found));
        }
    }

    private static void ask(Method question) {
        RequestMapping route = AnnotatedElementUtils.findMergedAnnotation(question, RequestMapping.class);
        if (route != null && List.of(route.path()).contains(EVENT_LOG)) {
            return;
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            FOUND.add(told(question, "in a transaction"));
        } else if (isForAKeyedHandler()) {
            FOUND.add(told(question, "by a handler that is @Idempotent and does not say asksFirst"));
        }
    }

    private static boolean isForAKeyedHandler() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null
                || !(request.getAttribute(
                                HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                        instanceof HandlerMethod handler)) {
            return false;
        }
        var rule = AnnotatedElementUtils.getMergedAnnotationAttributes(handler.getMethod(), IDEMPOTENT);
        return rule != null && !rule.getBoolean("asksFirst");
    }

    private static String told(Method question, String how) {
        return question.getDeclaringClass().getSimpleName() + "." + question.getName() + " " + how
                + Arrays.stream(Thread.currentThread().getStackTrace())
                        .filter(line -> line.getClassName().startsWith("cn.zhengqi.")
                                && !line.getClassName().equals(QuestionsInTransaction.class.getName())
                                && !line.getClassName().contains("$$")
                                && !line.getClassName().contains("$Mockito"))
                        .limit(LINES)
                        .map(line -> "\n    at " + line)
                        .collect(Collectors.joining());
    }
}
