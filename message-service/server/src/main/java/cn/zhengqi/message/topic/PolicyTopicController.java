package cn.zhengqi.message.topic;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 政策主题订阅 in 消息设置: everybody says it for themselves. */
@RestController
@RequestMapping("/api/message/my/policy-topics")
@Permission(Permission.SIGNED_IN)
class PolicyTopicController {

    private final PolicyTopics topics;

    PolicyTopicController(PolicyTopics topics) {
        this.topics = topics;
    }

    @GetMapping
    List<PolicyTopic> mine(CurrentUser user) {
        return topics.of(user.accountId());
    }

    @PostMapping
    @Idempotent
    PolicyTopic add(CurrentUser user, @Valid @RequestBody TopicContent content) {
        return topics.add(user.accountId(), content);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(CurrentUser user, @PathVariable UUID id) {
        topics.remove(user.accountId(), id);
    }
}
