package cn.zhengqi.policy.draft;

import cn.zhengqi.matching.api.criteria.Trial;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The engine that matches, asked about criteria that are not published. */
@FeignClient(name = "matching-service", contextId = "criteria-trials")
public interface MatchingTrials {

    @PostMapping("/internal/criteria/trial")
    Trial.Answer answer(@RequestBody Trial.Question question);
}
