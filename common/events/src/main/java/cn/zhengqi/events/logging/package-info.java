/** The RocketMQ client brings a copy of SLF4J under its own name and no back end that suits a service. */
@NullMarked
package cn.zhengqi.events.logging;

import org.jspecify.annotations.NullMarked;
