package cn.zhengqi.message.inbox;

import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.api.MessageView;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 消息中心 (PORTAL-12): everybody has their own, and sees nobody else's. */
@RestController
@RequestMapping("/api/message/my")
@Permission(Permission.SIGNED_IN)
class MessageController {

    private final Messages messages;

    MessageController(Messages messages) {
        this.messages = messages;
    }

    record Unread(long count) {}

    /** Either some, or all. */
    record MarkRead(
            @Nullable @Size(min = 1, max = 200) List<UUID> ids,
            @Nullable Boolean all) {}

    /** 导出我的数据: this service's part. That it was taken out auth-service records, whose part the page asks for first. */
    @GetMapping("/data")
    MyData data(CurrentUser user) {
        return messages.all(user.accountId());
    }

    @GetMapping("/messages")
    Page<MessageView> list(CurrentUser user, @Valid MessageFilter filter, PageRequest page) {
        return messages.list(user.accountId(), filter, page);
    }

    @GetMapping("/messages/{id}")
    MessageView detail(CurrentUser user, @PathVariable("id") UUID id) {
        return messages.find(user.accountId(), id);
    }

    @PostMapping("/messages/read")
    Unread read(CurrentUser user, @Valid @RequestBody MarkRead which) {
        boolean all = Boolean.TRUE.equals(which.all());
        if (all == (which.ids() != null)) {
            throw ProblemException.validation("ids", "REQUIRED", "请指定消息，或选择全部已读");
        }
        messages.markRead(user.accountId(), which.ids());
        return new Unread(messages.unread(user.accountId()));
    }

    @DeleteMapping("/messages/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(CurrentUser user, @PathVariable("id") UUID id) {
        messages.delete(user.accountId(), id);
    }

    @GetMapping("/unread-count")
    Unread unread(CurrentUser user) {
        return new Unread(messages.unread(user.accountId()));
    }
}
