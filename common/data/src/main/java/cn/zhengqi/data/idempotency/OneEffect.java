package cn.zhengqi.data.idempotency;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import jakarta.servlet.ServletRequest;
import java.util.function.Supplier;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Where an {@link Idempotent} handler that asks other services first comes to its effect: only here the transaction is opened and the key taken, so no
 * connection is held while another service thinks. What was asked may have been asked twice; what is done here is done once.
 */
public final class OneEffect {

    private static final String KEYED = OneEffect.class.getName();

    OneEffect() {}

    static void expect(ServletRequest request, KeyedRequest keyed) {
        request.setAttribute(KEYED, keyed);
    }

    /**
     * Runs the work in the transaction of the request's key, which ends with the answer. Without a key it simply runs.
     *
     * @throws ProblemException IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_KEY_IN_USE, which also ends a handler whose answer is there by now: it is answered so
     */
    public <T> T of(Supplier<T> work) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null
                && request.getAttribute(KEYED, RequestAttributes.SCOPE_REQUEST) instanceof KeyedRequest keyed
                && keyed.begin().isPresent()) {
            throw new ProblemException(CommonProblem.IDEMPOTENCY_KEY_IN_USE);
        }
        return work.get();
    }
}
