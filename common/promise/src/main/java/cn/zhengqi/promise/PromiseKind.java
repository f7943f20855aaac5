package cn.zhengqi.promise;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.promise.PromiseCall;
import cn.zhengqi.kernel.promise.PromiseExtended;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A kind of promise that a service gives; one bean for each.
 *
 * @param name stable, in the tables
 * @param event by which the service tells of a call
 * @param extended by which it tells the applicant that the date was moved; null for what is never extended
 */
public record PromiseKind(
        String name, Telling event, @Nullable TellingOfMore extended) {

    /** What is never extended. */
    public PromiseKind(String name, Telling event) {
        this(name, event, null);
    }

    /** How a service tells of a call. */
    @FunctionalInterface
    public interface Telling {

        /** Null where the case is gone: then nobody is told, and the promise is dropped. */
        @Nullable
        DomainEvent of(PromiseCall call);
    }

    /** How a service tells that the promised date of a case was moved. */
    @FunctionalInterface
    public interface TellingOfMore {

        /** Null where the case is gone: then nobody is told. */
        @Nullable
        DomainEvent of(UUID caseId, PromiseExtended extended);
    }
}
