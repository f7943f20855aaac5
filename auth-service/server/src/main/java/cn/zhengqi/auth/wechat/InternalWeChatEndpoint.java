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

    InternalWeChatEndpoint(OfficialAccount weChat, WeChatBindings bindings) {
        this.weChat = weChat;
        this.bindings = bindings;
    }

    @Override
    @PostMapping("/bound")
    public Set<UUID> bound(@RequestBody Set<UUID> accounts) {
        return bindings.boundOf(accounts);
    }

    @Override
    @PostMapping("/notes")
    public Sent send(@RequestBody Note note) {
        return new Sent(bindings.openidOf(note.accountId())
                .map(openid -> weChat.notify(openid, note))
                .orElse(Outcome.NOBODY));
    }
}
