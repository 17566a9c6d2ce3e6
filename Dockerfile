FROM python:3.13-slim AS build
WORKDIR /src
RUN python -m venv /opt/moodtape
COPY requirements/run.lock requirements/run.lock
RUN /opt/moodtape/bin/pip install --no-cache-dir --no-deps --require-hashes -r requirements/run.lock
COPY pyproject.toml README.md ./
COPY app app
COPY bot bot
COPY core core
COPY emotion emotion
COPY language language
COPY models models
COPY recommender recommender
COPY spotify spotify
COPY storage storage
COPY training training
COPY web web
RUN /opt/moodtape/bin/pip install --no-cache-dir --no-deps .

FROM python:3.13-slim
RUN useradd --create-home --uid 10001 moodtape && install -d -o moodtape -g moodtape /data
COPY --from=build /opt/moodtape /opt/moodtape
ENV PATH=/opt/moodtape/bin:$PATH PYTHONUNBUFFERED=1 DATA_DIR=/data WEB_HOST=0.0.0.0 WEB_PORT=8080
USER moodtape
WORKDIR /home/moodtape
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
    CMD python -c "import urllib.request as u; u.urlopen('http://127.0.0.1:$WEB_PORT/healthz', timeout=4)"
ENTRYPOINT ["moodtape"]
CMD ["run"]
