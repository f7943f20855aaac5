package cn.zhengqi.promise;

import java.util.List;
import java.util.stream.Stream;

/**
 * That more time was asked for a case, and not given so far.
 *
 * @param waits nobody has decided yet
 * @param refused the oldest first
 */
record AskedBefore(boolean waits, List<PromiseView.NotExtended> refused) {

    static final AskedBefore NEVER = new AskedBefore(false, List.of());
    static final AskedBefore WAITING = new AskedBefore(true, List.of());

    AskedBefore {
        refused = List.copyOf(refused);
    }

    static AskedBefore refused(PromiseView.NotExtended once) {
        return new AskedBefore(false, List.of(once));
    }

    AskedBefore and(AskedBefore other) {
        return new AskedBefore(
                waits || other.waits,
                Stream.concat(refused.stream(), other.refused.stream()).toList());
    }
}
