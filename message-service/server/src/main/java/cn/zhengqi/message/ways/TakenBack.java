package cn.zhengqi.message.ways;

import java.util.UUID;

/** Whoever sent a message to people, and may have thought better of it: then it does not go again by itself. */
public interface TakenBack {

    /** In the caller's transaction: nobody takes it back before that has ended. */
    boolean isTakenBack(UUID message);
}
