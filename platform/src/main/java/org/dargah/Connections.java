package org.dargah;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pool of connections, as everybody in the program has it. */
@Configuration(proxyBeanMethods = false)
class Connections {

    @Bean
    static BeanPostProcessor promptPool() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? new PromptPool(pool) : bean;
            }
        };
    }
}
