package cn.zhengqi.finance.promise;

import cn.zhengqi.promise.PromiseKind;
import cn.zhengqi.promise.PromiseView;
import cn.zhengqi.promise.Promises;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * That a bank answers within its term what it was asked for, or took on: of one kind, with one class of cases. What is promised about a case, each kind says for itself.
 *
 * @param <C> what is answered
 */
public abstract class PromisedBankAnswer<C> {

    protected final Promises promises;
    protected final PromiseKind kind;
    private final Function<C, UUID> id;

    protected PromisedBankAnswer(Promises promises, PromiseKind kind, Function<C, UUID> id) {
        this.promises = promises;
        this.kind = kind;
        this.id = id;
    }

    public void answered(C it, Instant at) {
        promises.answered(kind, id.apply(it), at);
    }

    /** Nobody waits for it any more. */
    public void drop(C it, Instant at) {
        promises.drop(kind, id.apply(it), at);
    }

    public PromiseKind kind() {
        return kind;
    }

    @Nullable
    public PromiseView of(C it) {
        return promises.of(kind, id.apply(it));
    }

    public Map<UUID, PromiseView> of(Collection<UUID> ids) {
        return promises.of(kind, ids);
    }
}
