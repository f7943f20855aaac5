package cn.zhengqi.message.ways;

import cn.zhengqi.message.push.PushChannel;
import java.util.Set;

/**
 * How somebody wants to be told of one kind of notice.
 *
 * @param declined ways by which they do not
 * @param digest once a day rather than one by one
 */
public record Choice(Set<PushChannel> declined, boolean digest) {

    /** Of who has said nothing. */
    public static final Choice AS_OFFERED = new Choice(Set.of(), false);
}
