package cn.zhengqi.auth.wechat;

import cn.zhengqi.auth.api.wechat.InternalWeChat;
import cn.zhengqi.web.Callers;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/internal/wechat")
@Callers("message-service")
class InternalWeChatEndpoint implements InternalWeChat {

    private final OfficialAccount weChat;
    private final WeChatBindings bindings;
    private final WeChatSubscriptions subscriptions;

    InternalWeChatEndpoint(OfficialAccount weChat, WeChatBindings bindings, WeChatSubscriptions subscriptions) {
        this.weChat = weChat;
        this.bindings = bindings;
        this.subscriptions = subscriptions;
    }

    @Override
    @PostMapping("/bound")
    public Set<UUID> bound(@RequestBody Set<UUID> accounts) {
        return bindings.boundOf(accounts);
    }

    @Override
    @PostMapping("/notes")
    public Sent send(@RequestBody Note note) {
        return bindings.openidOf(note.accountId())
                .map(openid -> weChat.notify(openid, note).sent())
                .orElse(Sent.of(Outcome.NOBODY));
    }

    @Override
    @PostMapping("/subscription-notes")
    public Sent sendOnce(@RequestBody Note note) {
        return subscriptions.send(note);
    }
}
