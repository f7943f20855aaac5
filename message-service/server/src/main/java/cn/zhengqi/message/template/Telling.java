package cn.zhengqi.message.template;

import cn.zhengqi.message.inbox.Notice;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is told of one event by the rules of its kind.
 *
 * @param notice to those whom it concerns; null: the condition does not hold
 * @param others who is told besides
 */
public record Telling(@Nullable Notice notice, List<Other> others) {

    /**
     * To the people of a role.
     *
     * @param institution where they act; null: at the operating institution
     */
    public record Other(@Nullable UUID institution, String role, Notice notice) {}
}
