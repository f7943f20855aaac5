package cn.zhengqi.matching.api.criteria;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The engine that matches, asked about criteria that are not published, by the services whose people write them. */
@FeignClient(name = "matching-service", contextId = "criteria-trials")
public interface InternalTrials {

    @PostMapping("/internal/criteria/trial")
    Trial.Answer answer(@RequestBody Trial.Question question);
}
