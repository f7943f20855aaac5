package cn.zhengqi.code.consent;

import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.api.ReceiverKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * To whom data is given.
 *
 * @param id the bank, or who answers for the system; absent where all of the kind are meant
 */
record Receiver(ReceiverKind kind, @Nullable UUID id, String name) {

    /** Whom the enterprise itself lets see or use a kind of data. Tax data is used, but never shown to anybody. */
    static Receiver usual(ConsentCategory category) {
        ReceiverKind kind = category == ConsentCategory.TAX ? ReceiverKind.PLATFORM : ReceiverKind.SCANNER;
        return new Receiver(kind, null, kind.label());
    }

    /** All systems that one enterprise or institution answers for. */
    static Receiver system(UUID ownerId, String ownerName) {
        return new Receiver(ReceiverKind.SYSTEM, ownerId, ownerName);
    }

    static Receiver bank(UUID id, String name) {
        return new Receiver(ReceiverKind.BANK, id, name);
    }
}
