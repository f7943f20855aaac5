package cn.zhengqi.message.sms;

import cn.zhengqi.message.push.SmsProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Numbers for which the simulator does what providers do on a bad day; accounts of the demo have them, and docs/operations.md names them. What goes away by itself does so with the minute, so that a person can wait for it.
 */
enum SimulatedPhone {
    /** All others. */
    USUAL(""),
    /** Taken, and reported as not delivered for good. */
    NO_SUCH_NUMBER("19900009001"),
    /** Taken, and reported as not delivered if it was handed over in an even minute. */
    SWITCHED_OFF("19900009002"),
    /** The first provider takes nothing for it. */
    SPARE_ONLY("19900009003"),
    /** In an even minute no provider takes anything for it. */
    OFTEN_BUSY("19900009004"),
    /** Whoever is asked answers late. */
    SLOW("19900009005"),
    /** Nobody answers; what was handed over in an even minute was taken all the same. */
    UNANSWERED("19900009006");

    /** Beyond what a provider may take without being spared ({@link ProviderHealth}), and within the patience for one ({@link ProviderLine#PATIENCE}). */
    private static final Duration LATE = Duration.ofMillis(2500);

    private static final String SERIAL = "SIM-";

    private final String number;

    SimulatedPhone(String number) {
        this.number = number;
    }

    static SimulatedPhone of(String phone) {
        return Arrays.stream(values())
                .filter(it -> it.number.equals(phone))
                .findFirst()
                .orElse(USUAL);
    }

    void letWait() {
        if (this == SLOW) {
            LockSupport.parkNanos(LATE.toNanos());
        }
    }

    boolean isTakenBy(SmsProvider provider, Instant now) {
        return switch (this) {
            case SPARE_ONLY -> provider == SmsProvider.SIMULATOR_SPARE;
            case OFTEN_BUSY -> !isEvenMinute(now);
            case USUAL, NO_SUCH_NUMBER, SWITCHED_OFF, SLOW, UNANSWERED -> true;
        };
    }

    /** Neither taken nor answered. */
    boolean isLostOnItsWay(Instant now) {
        return this == UNANSWERED && !isEvenMinute(now);
    }

    /** Of what does not arrive the number says why: attempts are kept without their phone. */
    String serial(UUID id, Instant now) {
        boolean lost = this == NO_SUCH_NUMBER || this == SWITCHED_OFF && isEvenMinute(now);
        return lost ? SERIAL + name() + "-" + id : SERIAL + id;
    }

    /** What is reported of what was taken under this number. */
    static Receipt receipt(String serial) {
        if (serial.startsWith(SERIAL + NO_SUCH_NUMBER)) {
            return new Receipt(null, serial, false, "SIM_NO_SUCH_NUMBER", "模拟未送达：空号", null);
        }
        if (serial.startsWith(SERIAL + SWITCHED_OFF)) {
            return new Receipt(null, serial, false, "SIM_SWITCHED_OFF", "模拟未送达：对方关机", null);
        }
        return new Receipt(null, serial, true, "DELIVERED", "模拟送达，未实际发送", null);
    }

    private static boolean isEvenMinute(Instant now) {
        return now.getEpochSecond() / 60 % 2 == 0;
    }
}
