package cn.zhengqi.matching.api.facts;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Keeps the dictionary of a service that is not its home as it is in force there. While it cannot be asked the last one stays. */
public final class FactsFollowed {

    private final InternalFacts home;
    private final AtomicLong known = new AtomicLong();

    public FactsFollowed(InternalFacts home) {
        this.home = home;
    }

    /** Asks, and puts a newer one in force; throws what the asking throws. */
    public void follow() {
        InternalFacts.@Nullable Edition edition = home.facts(known.get());
        if (edition != null
                && edition.revision() != known.get()
                && !edition.facts().isEmpty()) {
            FactDictionary.enforce(new FactDictionary(edition.facts()));
            known.set(edition.revision());
        }
    }
}
