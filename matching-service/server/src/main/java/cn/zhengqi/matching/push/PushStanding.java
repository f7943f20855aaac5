package cn.zhengqi.matching.push;

import org.jspecify.annotations.Nullable;

/**
 * How far a policy is told, as far as the asker reaches.
 *
 * @param told enterprises that were told
 * @param waiting enterprises that are about to be told
 * @param preparing whether it is still to be found out who is to be told
 * @param open enterprises that qualify, want to be told and were not; absent while it is being found out who qualifies
 * @param inForce nobody is told of a policy that is not
 */
record PushStanding(
        long told,
        long waiting,
        boolean preparing,
        @Nullable Long open,
        boolean inForce) {}
