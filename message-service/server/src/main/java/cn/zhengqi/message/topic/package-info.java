/** 政策主题订阅 (POLICY-06): of which new policies people want to hear, and who was told of which. */
@NullMarked
package cn.zhengqi.message.topic;

import org.jspecify.annotations.NullMarked;
