package cn.zhengqi.matching.standing;

import java.util.UUID;

/** In which part an enterprise is: the last bits of its id, which are random. The database reckons the same (enterprise.part). */
final class Parts {

    static final int COUNT = 64;

    private Parts() {}

    static int of(UUID enterprise) {
        return (int) (enterprise.getLeastSignificantBits() & (COUNT - 1));
    }
}
