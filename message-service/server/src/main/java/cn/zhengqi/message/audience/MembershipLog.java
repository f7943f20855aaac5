package cn.zhengqi.message.audience;

import cn.zhengqi.events.EventLogApi;
import org.springframework.cloud.openfeign.FeignClient;

/** The event log of user-service, in which memberships begin and end. */
@FeignClient(name = "user-service", contextId = "membership-log")
interface MembershipLog extends EventLogApi {}
