package cn.zhengqi.policy.express;

import java.util.List;

/**
 * One page of what can be done, with the ways to narrow the whole list.
 *
 * @param categories fields of policy that have something, the other ways of narrowing kept as they are; so for the others
 * @param institutions departments that have something
 */
record ExpressPage(
        List<ExpressProject> items,
        long total,
        int page,
        int size,
        List<Way> categories,
        List<Way> institutions,
        List<Way> kinds) {

    /**
     * A value to narrow by.
     *
     * @param count how many projects would be left
     */
    record Way(String value, String label, long count) {}
}
