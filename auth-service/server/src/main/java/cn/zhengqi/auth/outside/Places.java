package cn.zhengqi.auth.outside;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Room for messages on their way out of this copy of the service: so many at once, and so few of them to the same receiver that one that answers slowly leaves room for the others. */
public final class Places {

    private final int all;
    private final int each;
    private final Map<UUID, Integer> taken = new HashMap<>();
    private int free;

    public Places(int all, int each) {
        this.all = all;
        this.each = each;
        this.free = all;
    }

    public int each() {
        return each;
    }

    public synchronized int free() {
        return free;
    }

    /** By receiver, as of now. */
    public synchronized Map<UUID, Integer> taken() {
        return Map.copyOf(taken);
    }

    /** @throws IllegalStateException where there is none: whoever asks has looked before, and alone */
    public synchronized void take(UUID receiver) {
        if (free == 0 || taken.getOrDefault(receiver, 0) == each) {
            throw new IllegalStateException("No place of %d, %d for each receiver".formatted(all, each));
        }
        free--;
        taken.merge(receiver, 1, Integer::sum);
    }

    public synchronized void giveBack(UUID receiver) {
        free++;
        taken.computeIfPresent(receiver, (id, count) -> count == 1 ? null : count - 1);
    }
}
