package cn.zhengqi.message.push;

import java.util.UUID;

/** Something that waits for an answer until its day and is given up then, among what did not arrive (未送达通知). */
public interface GivenUp {

    /**
     * In the caller's transaction. What may have gone out waits for nothing.
     *
     * @return whether there was one of this id that was given up, and waits anew now
     */
    boolean waitAnew(UUID id);

    /** In the caller's transaction. One that may have gone out waits anew after this: somebody says so who knows that its receiver may get it twice. */
    default void doubtIsAccepted(UUID id) {}
}
